-- Documents that patients sent in. Only the rows are here: the object store of a developer is empty,
-- and every checksum is that of no bytes at all.

insert into patient_documents (id, patient_id, consultation_id, document_type, file_name,
                               content_type, size_bytes, storage_key, sha256, created_at)
select ('b0000000-0000-4000-8000-' || lpad(document.number::text, 12, '0'))::uuid,
       consultations.patient_id,
       consultations.id,
       document.document_type::document_type,
       document.file_name,
       document.content_type,
       document.size_bytes,
       'development/' || lower(consultations.reference) || '/' || document.file_name,
       'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
       consultations.created_at
from (values
  ( 1,  2, 'photo',      'crown.jpg',      'image/jpeg',      1509376),
  ( 2,  5, 'photo',      'face.jpg',       'image/jpeg',      1848320),
  ( 3,  6, 'lab_result', 'laboratory.pdf', 'application/pdf',  207872),
  ( 4,  8, 'photo',      'crown.jpg',      'image/jpeg',      1521664),
  ( 5, 12, 'consent',    'consent.pdf',    'application/pdf',   90112),
  ( 6, 13, 'photo',      'face.jpg',       'image/jpeg',      1856512),
  ( 7, 14, 'lab_result', 'laboratory.pdf', 'application/pdf',  211968),
  ( 8, 17, 'consent',    'consent.pdf',    'application/pdf',   90112),
  ( 9, 21, 'photo',      'face.jpg',       'image/jpeg',      1864704),
  (10, 24, 'photo',      'crown.jpg',      'image/jpeg',      1554432),
  (11, 25, 'photo',      'face.jpg',       'image/jpeg',      1868800),
  (12, 26, 'lab_result', 'laboratory.pdf', 'application/pdf',  218112),
  (13, 30, 'photo',      'crown.jpg',      'image/jpeg',      1566720),
  (14, 35, 'photo',      'face.jpg',       'image/jpeg',      1879040),
  (15, 36, 'lab_result', 'laboratory.pdf', 'application/pdf',  223232),
  (16, 38, 'consent',    'consent.pdf',    'application/pdf',   90112),
  (17, 43, 'lab_result', 'laboratory.pdf', 'application/pdf',  226816),
  (18, 44, 'lab_result', 'laboratory.pdf', 'application/pdf',  227328),
  (19, 47, 'photo',      'face.jpg',       'image/jpeg',      1891328),
  (20, 48, 'photo',      'crown.jpg',      'image/jpeg',      1603584),
  (21, 52, 'consent',    'consent.pdf',    'application/pdf',   90112),
  (22, 53, 'photo',      'crown.jpg',      'image/jpeg',      1613824)
) as document (number, consultation_number, document_type, file_name, content_type, size_bytes)
join consultations
  on consultations.reference = 'CON-' || lpad(document.consultation_number::text, 6, '0')
on conflict (storage_key) do update
set document_type = excluded.document_type,
    file_name     = excluded.file_name,
    content_type  = excluded.content_type,
    size_bytes    = excluded.size_bytes
where (patient_documents.document_type,
       patient_documents.file_name,
       patient_documents.content_type,
       patient_documents.size_bytes)
      is distinct from
      (excluded.document_type,
       excluded.file_name,
       excluded.content_type,
       excluded.size_bytes);
