select "a;b", "c"";", U&"d;", größe_1$x from "e.f";
