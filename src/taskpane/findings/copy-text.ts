/** Puts a text on the clipboard; false where the browser refuses, as in a frame without the right to. */
export async function copyText(text: string): Promise<boolean> {
  // Absent on pages without https and in old browser controls.
  const { clipboard } = navigator as Partial<Pick<Navigator, "clipboard">>;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch (error) {
      console.warn("The clipboard is refused; the older way is tried.", error);
    }
  }
  return copyBySelection(text);
}

/** The way before there was a clipboard: a selection that is copied. The keyboard's focus comes back. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("aria-hidden", "true");
  Object.assign(area.style, { position: "fixed", top: "0", left: "0", opacity: "0" });
  // Beside the button, lest a dialog keeps the focus to itself.
  (focused?.parentElement ?? document.body).append(area);
  area.select();
  const page: { readonly execCommand?: (command: string) => boolean } = document;
  const copied = page.execCommand?.("copy") ?? false;
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
