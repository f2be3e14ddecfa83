/*
 * Stands between a process and the files of one folder (LD_PRELOAD): writes down each change and each sync, in the order
 * in which they happened, and lets calls fail on demand. It knows nothing of who calls, so it sees SQLite and the thread
 * pool alike.
 *
 *   FAULTS_FOLDER  the folder; what is elsewhere passes untouched
 *   FAULTS_TRACE   where the record goes; optional
 *   FAULTS_ORDER   a file that says what shall fail while it is there: "fsync EIO", "write ENOSPC", and behind that the
 *                  name of a file when only that one shall; optional
 *
 * A record is: kind (1 byte), file (4), offset (8), length (4), that many bytes; numbers little-endian.
 *   N  a file seen for the first time; the bytes are its name, empty for the folder itself
 *   W  bytes written at offset      T  the file ends at offset      U  the file's name is taken away
 *   B  a sync begins; offset numbers it      E  that sync has succeeded
 * What was recorded before B is on disk at E. What comes between them may be or may not be.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { DESCRIPTORS = 65536, FILES = 256 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *folder, *order;
static int trace = -1;
static uint64_t syncs;
static int fileOf[DESCRIPTORS]; /* number of the file + 1, 0 for what is not ours */
static struct { dev_t device; ino_t inode; int gone; char name[64]; } files[FILES];
static int known;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAULTS_TRACE");
  folder = getenv("FAULTS_FOLDER");
  order = getenv("FAULTS_ORDER");
  if (folder && path) trace = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void record(char kind, uint32_t file, uint64_t offset, const void *bytes, uint32_t length) {
  if (trace < 0) return;
  char head[17] = {kind};
  memcpy(head + 1, &file, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &length, 4);
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
  if (writev(trace, parts, 2) != (ssize_t)(sizeof head + length)) abort(); /* a record with holes proves nothing */
}

/* What the path is called inside the folder; NULL when it is elsewhere. SQLite's shared memory is never read again. */
static const char *nameOf(const char *path) {
  size_t length = folder ? strlen(folder) : 0, all = path ? strlen(path) : 0;
  if (length == 0 || all < length || strncmp(path, folder, length) != 0) return NULL;
  if (all > 4 && strcmp(path + all - 4, "-shm") == 0) return NULL;
  if (path[length] == '\0') return "";
  return path[length] == '/' ? path + length + 1 : NULL;
}

static int numberOf(const struct stat *at) {
  for (int file = 0; file < known; file++)
    if (!files[file].gone && files[file].device == at->st_dev && files[file].inode == at->st_ino) return file;
  return -1;
}

static int opened(int descriptor, const char *path, int flags) {
  const char *name = nameOf(path);
  struct stat at;
  if (descriptor < 0 || descriptor >= DESCRIPTORS || !name || fstat(descriptor, &at) != 0) return descriptor;
  pthread_mutex_lock(&lock);
  int file = numberOf(&at);
  if (file < 0) {
    if (known == FILES) abort();
    file = known++;
    files[file].device = at.st_dev;
    files[file].inode = at.st_ino;
    snprintf(files[file].name, sizeof files[file].name, "%s", name);
    record('N', file, 0, name, strlen(name));
  }
  if (flags & O_TRUNC) record('T', file, 0, NULL, 0);
  fileOf[descriptor] = file + 1;
  pthread_mutex_unlock(&lock);
  return descriptor;
}

static int fileAt(int descriptor) {
  return descriptor >= 0 && descriptor < DESCRIPTORS ? fileOf[descriptor] - 1 : -1;
}

/* Whether somebody ordered this kind of call on this file to fail; errno is then what they ordered. */
static int fails(const char *call, int file) {
  char text[128] = "", kind[16] = "", code[16] = "", name[64] = "";
  int saved = errno, at = order ? REAL(open)(order, O_RDONLY | O_CLOEXEC) : -1;
  if (at >= 0) {
    if (read(at, text, sizeof text - 1) < 0) text[0] = '\0';
    REAL(close)(at);
  }
  errno = saved;
  sscanf(text, "%15s %15s %63s", kind, code, name);
  if (strcmp(kind, call) != 0 || (name[0] && strcmp(name, files[file].name) != 0)) return 0;
  errno = strcmp(code, "ENOSPC") == 0 ? ENOSPC : EIO;
  return 1;
}

#define OPEN(name)                                                                                                     \
  int name(const char *path, int flags, ...) {                                                                         \
    va_list more;                                                                                                      \
    va_start(more, flags);                                                                                             \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;                                            \
    va_end(more);                                                                                                      \
    return opened(REAL(name)(path, flags, mode), path, flags);                                                         \
  }
OPEN(open)
OPEN(open64)

int openat(int at, const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  va_end(more);
  return opened(REAL(openat)(at, path, flags, mode), path, flags);
}

int close(int descriptor) {
  if (fileAt(descriptor) >= 0) fileOf[descriptor] = 0;
  return REAL(close)(descriptor);
}

#define PWRITE(name)                                                                                                   \
  ssize_t name(int descriptor, const void *bytes, size_t length, off_t offset) {                                       \
    int file = fileAt(descriptor);                                                                                     \
    if (file < 0) return REAL(name)(descriptor, bytes, length, offset);                                                \
    if (fails("write", file)) return -1;                                                                                     \
    pthread_mutex_lock(&lock);                                                                                         \
    ssize_t done = REAL(name)(descriptor, bytes, length, offset);                                                      \
    if (done > 0) record('W', file, offset, bytes, done);                                                              \
    pthread_mutex_unlock(&lock);                                                                                       \
    return done;                                                                                                       \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int descriptor, const void *bytes, size_t length) {
  int file = fileAt(descriptor);
  if (file < 0) return REAL(write)(descriptor, bytes, length);
  if (fails("write", file)) return -1;
  pthread_mutex_lock(&lock);
  ssize_t done = REAL(write)(descriptor, bytes, length);
  if (done > 0) record('W', file, lseek(descriptor, 0, SEEK_CUR) - done, bytes, done);
  pthread_mutex_unlock(&lock);
  return done;
}

#define TRUNCATE(name)                                                                                                 \
  int name(int descriptor, off_t length) {                                                                             \
    int file = fileAt(descriptor);                                                                                     \
    if (file < 0) return REAL(name)(descriptor, length);                                                               \
    pthread_mutex_lock(&lock);                                                                                         \
    int failed = REAL(name)(descriptor, length);                                                                       \
    if (!failed) record('T', file, length, NULL, 0);                                                                   \
    pthread_mutex_unlock(&lock);                                                                                       \
    return failed;                                                                                                     \
  }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

/* Others write on while a sync runs, so only its two ends are recorded. */
#define SYNC(name)                                                                                                     \
  int name(int descriptor) {                                                                                           \
    int file = fileAt(descriptor);                                                                                     \
    if (file < 0) return REAL(name)(descriptor);                                                                       \
    if (fails("fsync", file)) return -1;                                                                                     \
    pthread_mutex_lock(&lock);                                                                                         \
    uint64_t number = syncs++;                                                                                         \
    record('B', file, number, NULL, 0);                                                                                \
    pthread_mutex_unlock(&lock);                                                                                       \
    int failed = REAL(name)(descriptor);                                                                               \
    if (failed) return failed;                                                                                         \
    pthread_mutex_lock(&lock);                                                                                         \
    record('E', file, number, NULL, 0);                                                                                \
    pthread_mutex_unlock(&lock);                                                                                       \
    return 0;                                                                                                          \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  struct stat at;
  int file = nameOf(path) && stat(path, &at) == 0 ? numberOf(&at) : -1;
  if (file < 0) return REAL(unlink)(path);
  pthread_mutex_lock(&lock);
  int failed = REAL(unlink)(path);
  if (!failed) {
    record('U', file, 0, NULL, 0);
    files[file].gone = 1;
  }
  pthread_mutex_unlock(&lock);
  return failed;
}

int rename(const char *from, const char *to) {
  if (nameOf(from) || nameOf(to)) {
    fputs("recorder: a rename inside the folder is not modelled, so the record would be wrong\n", stderr);
    abort();
  }
  return REAL(rename)(from, to);
}
