package demo;

record Caller(int number) {}
