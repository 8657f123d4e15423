-- COPY … FROM stdin in the forms that people write.

CREATE TABLE t (id int, name text, note text);

COPY t FROM stdin;
1	Björn	tab\there
2	Chloé	back\\slash
3	Đặng	nl\nnl
4	Émile	\N
5	Fatima	
6	Gülşen	; -- $$ '
7	Håkon	\\.
8	Ítalo	plain
9	Jörg	tab\there
10	Kāne	back\\slash
11	Łukasz	nl\nnl
12	O'Neil	\N
13	Ñuño	
14	Zoë	; -- $$ '
15	李	\\.
16	😀	plain
17	Ada	tab\there
18	Björn	back\\slash
19	Chloé	nl\nnl
20	Đặng	\N
21	Émile	
22	Fatima	; -- $$ '
23	Gülşen	\\.
24	Håkon	plain
25	Ítalo	tab\there
26	Jörg	back\\slash
27	Kāne	nl\nnl
28	Łukasz	\N
29	O'Neil	
30	Ñuño	; -- $$ '
31	Zoë	\\.
32	李	plain
33	😀	tab\there
34	Ada	back\\slash
35	Björn	nl\nnl
36	Chloé	\N
37	Đặng	
38	Émile	; -- $$ '
39	Fatima	\\.
40	Gülşen	plain
41	Håkon	tab\there
42	Ítalo	back\\slash
43	Jörg	nl\nnl
44	Kāne	\N
45	Łukasz	
46	O'Neil	; -- $$ '
47	Ñuño	\\.
48	Zoë	plain
49	李	tab\there
50	😀	back\\slash
51	Ada	nl\nnl
52	Björn	\N
53	Chloé	
54	Đặng	; -- $$ '
55	Émile	\\.
56	Fatima	plain
57	Gülşen	tab\there
58	Håkon	back\\slash
59	Ítalo	nl\nnl
60	Jörg	\N
61	Kāne	
62	Łukasz	; -- $$ '
63	O'Neil	\\.
64	Ñuño	plain
65	Zoë	tab\there
66	李	back\\slash
67	😀	nl\nnl
68	Ada	\N
69	Björn	
70	Chloé	; -- $$ '
71	Đặng	\\.
72	Émile	plain
73	Fatima	tab\there
74	Gülşen	back\\slash
75	Håkon	nl\nnl
76	Ítalo	\N
77	Jörg	
78	Kāne	; -- $$ '
79	Łukasz	\\.
80	O'Neil	plain
81	Ñuño	tab\there
82	Zoë	back\\slash
83	李	nl\nnl
84	😀	\N
85	Ada	
86	Björn	; -- $$ '
87	Chloé	\\.
88	Đặng	plain
89	Émile	tab\there
90	Fatima	back\\slash
91	Gülşen	nl\nnl
92	Håkon	\N
93	Ítalo	
94	Jörg	; -- $$ '
95	Kāne	\\.
96	Łukasz	plain
97	O'Neil	tab\there
98	Ñuño	back\\slash
99	Zoë	nl\nnl
100	李	\N
101	😀	
102	Ada	; -- $$ '
103	Björn	\\.
104	Chloé	plain
105	Đặng	tab\there
106	Émile	back\\slash
107	Fatima	nl\nnl
108	Gülşen	\N
109	Håkon	
110	Ítalo	; -- $$ '
111	Jörg	\\.
112	Kāne	plain
113	Łukasz	tab\there
114	O'Neil	back\\slash
115	Ñuño	nl\nnl
116	Zoë	\N
117	李	
118	😀	; -- $$ '
119	Ada	\\.
120	Björn	plain
121	Chloé	tab\there
122	Đặng	back\\slash
123	Émile	nl\nnl
124	Fatima	\N
125	Gülşen	
126	Håkon	; -- $$ '
127	Ítalo	\\.
128	Jörg	plain
129	Kāne	tab\there
130	Łukasz	back\\slash
131	O'Neil	nl\nnl
132	Ñuño	\N
133	Zoë	
134	李	; -- $$ '
135	😀	\\.
136	Ada	plain
137	Björn	tab\there
138	Chloé	back\\slash
139	Đặng	nl\nnl
140	Émile	\N
141	Fatima	
142	Gülşen	; -- $$ '
143	Håkon	\\.
144	Ítalo	plain
145	Jörg	tab\there
146	Kāne	back\\slash
147	Łukasz	nl\nnl
148	O'Neil	\N
149	Ñuño	
150	Zoë	; -- $$ '
151	李	\\.
152	😀	plain
153	Ada	tab\there
154	Björn	back\\slash
155	Chloé	nl\nnl
156	Đặng	\N
157	Émile	
158	Fatima	; -- $$ '
159	Gülşen	\\.
160	Håkon	plain
161	Ítalo	tab\there
162	Jörg	back\\slash
163	Kāne	nl\nnl
164	Łukasz	\N
165	O'Neil	
166	Ñuño	; -- $$ '
167	Zoë	\\.
168	李	plain
169	😀	tab\there
170	Ada	back\\slash
171	Björn	nl\nnl
172	Chloé	\N
173	Đặng	
174	Émile	; -- $$ '
175	Fatima	\\.
176	Gülşen	plain
177	Håkon	tab\there
178	Ítalo	back\\slash
179	Jörg	nl\nnl
180	Kāne	\N
181	Łukasz	
182	O'Neil	; -- $$ '
183	Ñuño	\\.
184	Zoë	plain
185	李	tab\there
186	😀	back\\slash
187	Ada	nl\nnl
188	Björn	\N
189	Chloé	
190	Đặng	; -- $$ '
191	Émile	\\.
192	Fatima	plain
193	Gülşen	tab\there
194	Håkon	back\\slash
195	Ítalo	nl\nnl
196	Jörg	\N
197	Kāne	
198	Łukasz	; -- $$ '
199	O'Neil	\\.
200	Ñuño	plain
201	Zoë	tab\there
202	李	back\\slash
203	😀	nl\nnl
204	Ada	\N
205	Björn	
206	Chloé	; -- $$ '
207	Đặng	\\.
208	Émile	plain
209	Fatima	tab\there
210	Gülşen	back\\slash
211	Håkon	nl\nnl
212	Ítalo	\N
213	Jörg	
214	Kāne	; -- $$ '
215	Łukasz	\\.
216	O'Neil	plain
217	Ñuño	tab\there
218	Zoë	back\\slash
219	李	nl\nnl
220	😀	\N
221	Ada	
222	Björn	; -- $$ '
223	Chloé	\\.
224	Đặng	plain
225	Émile	tab\there
226	Fatima	back\\slash
227	Gülşen	nl\nnl
228	Håkon	\N
229	Ítalo	
230	Jörg	; -- $$ '
231	Kāne	\\.
232	Łukasz	plain
233	O'Neil	tab\there
234	Ñuño	back\\slash
235	Zoë	nl\nnl
236	李	\N
237	😀	
238	Ada	; -- $$ '
239	Björn	\\.
240	Chloé	plain
241	Đặng	tab\there
242	Émile	back\\slash
243	Fatima	nl\nnl
244	Gülşen	\N
245	Håkon	
246	Ítalo	; -- $$ '
247	Jörg	\\.
248	Kāne	plain
249	Łukasz	tab\there
250	O'Neil	back\\slash
251	Ñuño	nl\nnl
252	Zoë	\N
253	李	
254	😀	; -- $$ '
255	Ada	\\.
256	Björn	plain
257	Chloé	tab\there
258	Đặng	back\\slash
259	Émile	nl\nnl
260	Fatima	\N
261	Gülşen	
262	Håkon	; -- $$ '
263	Ítalo	\\.
264	Jörg	plain
265	Kāne	tab\there
266	Łukasz	back\\slash
267	O'Neil	nl\nnl
268	Ñuño	\N
269	Zoë	
270	李	; -- $$ '
271	😀	\\.
272	Ada	plain
273	Björn	tab\there
274	Chloé	back\\slash
275	Đặng	nl\nnl
276	Émile	\N
277	Fatima	
278	Gülşen	; -- $$ '
279	Håkon	\\.
280	Ítalo	plain
281	Jörg	tab\there
282	Kāne	back\\slash
283	Łukasz	nl\nnl
284	O'Neil	\N
285	Ñuño	
286	Zoë	; -- $$ '
287	李	\\.
288	😀	plain
289	Ada	tab\there
290	Björn	back\\slash
291	Chloé	nl\nnl
292	Đặng	\N
293	Émile	
294	Fatima	; -- $$ '
295	Gülşen	\\.
296	Håkon	plain
297	Ítalo	tab\there
298	Jörg	back\\slash
299	Kāne	nl\nnl
300	Łukasz	\N
301	O'Neil	
302	Ñuño	; -- $$ '
303	Zoë	\\.
304	李	plain
305	😀	tab\there
306	Ada	back\\slash
307	Björn	nl\nnl
308	Chloé	\N
309	Đặng	
310	Émile	; -- $$ '
311	Fatima	\\.
312	Gülşen	plain
313	Håkon	tab\there
314	Ítalo	back\\slash
315	Jörg	nl\nnl
316	Kāne	\N
317	Łukasz	
318	O'Neil	; -- $$ '
319	Ñuño	\\.
320	Zoë	plain
321	李	tab\there
322	😀	back\\slash
323	Ada	nl\nnl
324	Björn	\N
325	Chloé	
326	Đặng	; -- $$ '
327	Émile	\\.
328	Fatima	plain
329	Gülşen	tab\there
330	Håkon	back\\slash
331	Ítalo	nl\nnl
332	Jörg	\N
333	Kāne	
334	Łukasz	; -- $$ '
335	O'Neil	\\.
336	Ñuño	plain
337	Zoë	tab\there
338	李	back\\slash
339	😀	nl\nnl
340	Ada	\N
341	Björn	
342	Chloé	; -- $$ '
343	Đặng	\\.
344	Émile	plain
345	Fatima	tab\there
346	Gülşen	back\\slash
347	Håkon	nl\nnl
348	Ítalo	\N
349	Jörg	
350	Kāne	; -- $$ '
351	Łukasz	\\.
352	O'Neil	plain
353	Ñuño	tab\there
354	Zoë	back\\slash
355	李	nl\nnl
356	😀	\N
357	Ada	
358	Björn	; -- $$ '
359	Chloé	\\.
360	Đặng	plain
361	Émile	tab\there
362	Fatima	back\\slash
363	Gülşen	nl\nnl
364	Håkon	\N
365	Ítalo	
366	Jörg	; -- $$ '
367	Kāne	\\.
368	Łukasz	plain
369	O'Neil	tab\there
370	Ñuño	back\\slash
371	Zoë	nl\nnl
372	李	\N
373	😀	
374	Ada	; -- $$ '
375	Björn	\\.
376	Chloé	plain
377	Đặng	tab\there
378	Émile	back\\slash
379	Fatima	nl\nnl
380	Gülşen	\N
381	Håkon	
382	Ítalo	; -- $$ '
383	Jörg	\\.
384	Kāne	plain
385	Łukasz	tab\there
386	O'Neil	back\\slash
387	Ñuño	nl\nnl
388	Zoë	\N
389	李	
390	😀	; -- $$ '
391	Ada	\\.
392	Björn	plain
393	Chloé	tab\there
394	Đặng	back\\slash
395	Émile	nl\nnl
396	Fatima	\N
397	Gülşen	
398	Håkon	; -- $$ '
399	Ítalo	\\.
400	Jörg	plain
\.

copy t(id,note) from STDIN with (format 'csv', header, delimiter ';', quote '''', null '-');
id;note
1001;'a ; b'
1002;-
1003;'two
lines; it''s "here"'
1004;
\.
COPY public.t (id, name) FROM STDIN DELIMITER '|' NULL 'nil';
1101|with\|pipe
1102|nil
1103|\x41\102\t
\.
COPY "t" FROM stdin (FORMAT csv, FORCE_NULL (name), FORCE_NOT_NULL (note));
1201,"",
1202,"a ""b"" c",x
1203,"  -- select 1; commit;",\N
\.
COPY t FROM stdin CSV QUOTE '"' ESCAPE '\' ;
1301,"a \"quoted\" one",\\
\.
COPY t (id) FROM stdin WHERE id > 1400;
1399
1400
1401
1402
\.
-- No rows at all:
COPY t FROM stdin;
\.
SELECT count(*) FROM t;
COPY t FROM stdin;   -- a comment behind it
1501	COMMIT;	BEGIN
1502	\\i nothing	'
1503	-- runner: no-transaction	$$
\.
