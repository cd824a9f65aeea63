package canary;
public class Canary { int   badly = 1 ; }
