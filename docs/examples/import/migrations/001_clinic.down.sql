DROP TABLE visits, patients, doctors;
