import type { ReactNode, RefObject } from "react";

/** Workbooks, for `accept`. */
export const XLSX_FILES = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface FileInputProps {
  /** By which a button opens the browser's dialog: `click()`. */
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly accept: string;
  readonly label: string;
  readonly multiple?: boolean;
  /** At least one. */
  readonly onFiles: (files: readonly [File, ...File[]]) => void;
}

/** The browser's choice of files, itself out of sight. */
export function FileInput({ ref, accept, label, multiple = false, onFiles }: FileInputProps): ReactNode {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={multiple}
      accept={accept}
      aria-label={label}
      onChange={({ target }) => {
        const [first, ...others] = target.files ?? [];
        // The same file again, once corrected, must be a change.
        target.value = "";
        if (first !== undefined) onFiles([first, ...others]);
      }}
    />
  );
}
