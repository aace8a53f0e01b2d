#include <pthread.h>
#include <sched.h>

// The C library declares these only for programs that ask for all of it, which the importer of its headers does not
// (feature_test_macros(7), pthread_setaffinity_np(3), sched_getcpu(3)).
int pthread_getaffinity_np(pthread_t thread, size_t size, cpu_set_t *set);
int pthread_setaffinity_np(pthread_t thread, size_t size, const cpu_set_t *set);
int sched_getcpu(void);
