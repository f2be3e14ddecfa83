/** The bytes of a file that grows write by write. It takes more room than it needs, so that few writes copy the whole. */
export class GrowingBytes {
  private room = Buffer.alloc(0);
  private length = 0;

  get bytes(): Buffer {
    return this.room.subarray(0, this.length);
  }

  copy(): GrowingBytes {
    const copy = new GrowingBytes();
    copy.write(0, this.bytes);
    return copy;
  }

  write(offset: number, bytes: Buffer): void {
    this.reach(offset + bytes.length);
    bytes.copy(this.room, offset);
  }

  /** What it gains reads as zeros, also where something stood before. */
  resize(length: number): void {
    this.reach(length);
    this.room.fill(0, length, this.length);
    this.length = length;
  }

  private reach(length: number): void {
    if (length > this.room.length) {
      const larger = Buffer.alloc(2 * length);
      this.bytes.copy(larger);
      this.room = larger;
    }
    this.length = Math.max(this.length, length);
  }
}
