set standard_conforming_strings = off;
select '\';b';
reset all;
select '\';
