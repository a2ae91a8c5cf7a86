import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { PanelRightRegular } from "@fluentui/react-icons/svg/panel-right";
import { SaveRegular } from "@fluentui/react-icons/svg/save";
import { WeatherMoonRegular } from "@fluentui/react-icons/svg/weather-moon";
import { WeatherSunnyRegular } from "@fluentui/react-icons/svg/weather-sunny";
import { type ReactNode, useRef } from "react";
import { texts } from "../texts";
import type { WorkbenchState } from "./state";

export interface ToolbarProps {
  readonly state: WorkbenchState;
  readonly paneShown: boolean;
  readonly onOpen: (files: readonly File[]) => void;
  readonly onSave: () => void;
  readonly onSample: () => void;
  readonly onTheme: () => void;
  readonly onPane: () => void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    height: "44px",
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    whiteSpace: "nowrap",
  },
  icon: { width: "24px", height: "24px", flexShrink: 0 },
  app: {
    margin: `0 ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    "@media (max-width: 720px)": { display: "none" },
  },
  file: {
    flexGrow: 1,
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    textAlign: "center",
    color: tokens.colorNeutralForeground2,
  },
  edited: { color: tokens.colorNeutralForeground3 },
  privacy: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    marginRight: tokens.spacingHorizontalS,
    "@media (max-width: 1100px)": { display: "none" },
  },
  hidden: { display: "none" },
});

/** 打开、保存、示例, the name of the file, and how the page looks. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { state, paneShown } = props;
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const busy = state.busy !== null;
  const theme = state.dark ? texts.toLight : texts.toDark;
  const pane = paneShown ? texts.hidePane : texts.showPane;
  return (
    <header className={styles.root}>
      <img className={styles.icon} src="assets/icon-80.png" alt="" />
      <span className={styles.app}>{texts.app}</span>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept=".xlsx,.xlsm"
        aria-label={texts.open}
        onChange={({ target }) => {
          props.onOpen([...(target.files ?? [])]);
          target.value = ""; // the same file may be opened again
        }}
      />
      <Button
        appearance="subtle"
        icon={<FolderOpenRegular />}
        disabledFocusable={busy}
        onClick={() => input.current?.click()}
      >
        {texts.open}
      </Button>
      <Button appearance="subtle" icon={<SaveRegular />} disabledFocusable={busy} onClick={props.onSave}>
        {texts.save}
      </Button>
      <Button
        appearance="subtle"
        icon={<DocumentTableRegular />}
        disabledFocusable={busy}
        onClick={props.onSample}
      >
        {texts.sample}
      </Button>
      <span className={styles.file} title={state.fileName}>
        {state.fileName}
        {state.edited && <span className={styles.edited}> · {texts.edited}</span>}
      </span>
      <span className={styles.privacy}>{texts.privacy}</span>
      <Button
        appearance="subtle"
        icon={state.dark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
        aria-label={theme}
        title={theme}
        onClick={props.onTheme}
      />
      <Button
        appearance="subtle"
        icon={<PanelRightRegular />}
        aria-label={pane}
        title={pane}
        aria-pressed={paneShown}
        onClick={props.onPane}
      />
    </header>
  );
}
