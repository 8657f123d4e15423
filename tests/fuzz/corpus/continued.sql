select E'a'
 -- ;
 '\';b', 'c'
'd;';
