/** Ends a task of the page's thread: what the user has done meanwhile comes next. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
