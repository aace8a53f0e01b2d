#ifndef QUIRE_PLACES_H
#define QUIRE_PLACES_H

#include "CNcurses.h"

/// A place that is not known.
static const struct screen_place nowhere = {-1, -1};

/// Whether two places are one; that of two which are not known is not known either, and taken for true.
static inline int is_same(struct screen_place one, struct screen_place other) {
  return one.row == other.row && one.column == other.column;
}

#endif
