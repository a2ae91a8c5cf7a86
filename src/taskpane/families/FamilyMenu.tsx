import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from "@fluentui/react-components";
import { type ReactNode, type Ref, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { FamilySession } from "../session/family-session";

export interface FamilyMenuProps {
  readonly families: FamilySession;
  /** Asks the user for files. */
  readonly onLoad: () => void;
}

/** The part of the menu about form families: load one, take out those kept with the workbook. */
export function FamilyMenu({ families, onLoad }: FamilyMenuProps): ReactNode {
  const { t } = useTranslation();
  const { kept } = useSyncExternalStore(families.subscribe, families.getState);
  return (
    <>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t("families.menu")}</MenuGroupHeader>
        <MenuItem onClick={onLoad}>{t("families.load")}</MenuItem>
        {kept.map((family) => (
          <MenuItem key={family.text} onClick={() => void families.remove(family)}>
            {t("families.remove", { name: family.name ?? family.id ?? t("families.nameless") })}
          </MenuItem>
        ))}
      </MenuGroup>
    </>
  );
}

export interface FamilyFilesProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly families: FamilySession;
}

/** The file input behind the menu. It stands outside, as the menu goes while the user chooses. */
export function FamilyFiles({ ref, families }: FamilyFilesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <input
      ref={ref}
      type="file"
      hidden
      multiple
      accept=".json,application/json"
      aria-label={t("families.files")}
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        // The same files again, once corrected, must be a change.
        target.value = "";
        if (files.length > 0) void families.load(files);
      }}
    />
  );
}
