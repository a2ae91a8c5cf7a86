import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FileInput, XLSX_FILES } from "../FileInput";
import { Notice } from "../Notice";
import type { GenerateSession, GenerateState } from "../session/generate-session";

export interface CarrySourceProps {
  readonly session: Pick<GenerateSession, "carryFrom" | "dismiss">;
  readonly state: Pick<GenerateState, "carriedFile" | "carryRefusal">;
  readonly disabled: boolean;
}

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: {
    flex: "1 1 100%",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
});

/** Which workbook is taken over from: the open one, or a file, last year's perhaps. */
export function CarrySource({ session, state, disabled }: CarrySourceProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const files = useRef<HTMLInputElement>(null);
  const { carriedFile, carryRefusal } = state;
  return (
    <div className={styles.root}>
      {carriedFile !== null && (
        <span className={styles.text}>{t("generate.carriedFile", { name: carriedFile.name })}</span>
      )}
      {carryRefusal !== null && (
        <Notice
          intent="warning"
          title={t("generate.carryRefusedTitle", { name: carryRefusal.name })}
          onDismiss={session.dismiss}
        >
          {carryRefusal.sentence ?? t("generate.carryFileNone")}
        </Notice>
      )}
      <Button size="small" disabledFocusable={disabled} onClick={() => files.current?.click()}>
        {t("generate.carryFile")}
      </Button>
      {carriedFile !== null && (
        <Button size="small" disabledFocusable={disabled} onClick={() => void session.carryFrom(null)}>
          {t("generate.carryHere")}
        </Button>
      )}
      <FileInput
        ref={files}
        accept={XLSX_FILES}
        label={t("generate.carryFiles")}
        onFiles={([file]) => void session.carryFrom(file)}
      />
    </div>
  );
}
