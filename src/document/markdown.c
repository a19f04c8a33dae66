#include "document/reader.h"

bool markdown_read(struct reader *r) {
    return text_read(r);
}
