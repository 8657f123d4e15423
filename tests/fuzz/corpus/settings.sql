set standard_conforming_strings = on;
select '\';
