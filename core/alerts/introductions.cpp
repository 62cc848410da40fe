#include "alerts/checks.h"

namespace manicule {

void check_introductions(const AlertContext&, Findings&) {}

}  // namespace manicule
