package demo;

record Body(String text) {}
