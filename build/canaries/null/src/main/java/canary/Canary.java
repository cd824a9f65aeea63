package canary;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
class Canary {
    int length(@Nullable String text) {
        return text.length();
    }
}
