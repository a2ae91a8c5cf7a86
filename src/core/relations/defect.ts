/** Why a rule cannot be used, as a Chinese sentence. Thrown and caught within this folder only. */
export class RuleDefect extends Error {
  override readonly name = "RuleDefect";
}

/** What `read` gives, or the sentence of the defect it meets. Any other error is a defect of ours and passes. */
export function defectOr<T>(read: () => T): { readonly value: T } | { readonly defect: string } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof RuleDefect) return { defect: error.message };
    throw error;
  }
}
