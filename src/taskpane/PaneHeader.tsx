import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { EraserRegular } from "@fluentui/react-icons/svg/eraser";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { TableSearchRegular } from "@fluentui/react-icons/svg/table-search";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FamilyFiles, FamilyMenu } from "./families/FamilyMenu";
import { defaultPreferences, type Preferences } from "./preferences";
import type { FamilySession } from "./session/family-session";

/** What the pane is busy with, null when it waits for the user. */
export type Busy = "read" | "check" | "mark" | null;

export interface PaneHeaderProps {
  readonly busy: Busy;
  readonly appearance: Preferences["appearance"];
  readonly onCheck: () => void;
  readonly onCancel: () => void;
  readonly onClearMarks: () => void;
  readonly onRulesSheet: () => void;
  readonly families: FamilySession;
  readonly onAppearance: (appearance: Preferences["appearance"]) => void;
}

const APPEARANCES: readonly Preferences["appearance"][] = ["host", "light", "dark"];

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  check: { flexGrow: 1, minWidth: 0 },
  clear: {
    flexShrink: 0,
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
  },
  more: { flexShrink: 0 },
});

/** 一键检查, 清除标记, and the few settings. */
export function PaneHeader({
  busy,
  appearance,
  families,
  onCheck,
  onCancel,
  onClearMarks,
  onRulesSheet,
  onAppearance,
}: PaneHeaderProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const familyFiles = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.root}>
      <Button
        appearance="primary"
        className={styles.check}
        icon={busy === null ? <TableSearchRegular /> : <Spinner aria-hidden size="extra-tiny" />}
        // Stays focusable while busy: a disabled button would throw the keyboard's focus away.
        disabledFocusable={busy !== null}
        onClick={onCheck}
      >
        {busy === null ? t("check.start") : t(`check.busy.${busy}`)}
      </Button>
      {busy === "read" || busy === "check" ? (
        <Button appearance="subtle" className={styles.clear} icon={<DismissRegular />} onClick={onCancel}>
          {t("check.cancel")}
        </Button>
      ) : (
        <Button
          appearance="subtle"
          className={styles.clear}
          icon={<EraserRegular />}
          disabledFocusable={busy !== null}
          onClick={onClearMarks}
        >
          {t("marks.clear")}
        </Button>
      )}
      <Menu
        checkedValues={{ appearance: [appearance] }}
        onOpenChange={(_event, { open }) => {
          if (open) void families.refresh();
        }}
        onCheckedValueChange={(_event, { checkedItems }) => {
          const chosen = APPEARANCES.find((one) => one === checkedItems[0]);
          onAppearance(chosen ?? defaultPreferences.appearance);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            className={styles.more}
            icon={<MoreHorizontalRegular />}
            aria-label={t("settings.open")}
            title={t("settings.open")}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{t("settings.appearance")}</MenuGroupHeader>
              {APPEARANCES.map((one) => (
                <MenuItemRadio key={one} name="appearance" value={one}>
                  {t(`settings.${one}`)}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            <MenuItem onClick={onRulesSheet}>{t("rules.newSheet")}</MenuItem>
            <FamilyMenu families={families} onLoad={() => familyFiles.current?.click()} />
          </MenuList>
        </MenuPopover>
      </Menu>
      <FamilyFiles ref={familyFiles} families={families} />
    </div>
  );
}
