package canary;

class Canary {
    void lose(String text) {
        text.strip();
    }
}
