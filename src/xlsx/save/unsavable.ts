/** The changes cannot be saved; nothing was written. `message` is a Chinese sentence that says what to do. */
export class UnsavableChangeError extends Error {
  override readonly name = "UnsavableChangeError";
}
