import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Acceptance, Finding } from "../../core/report";

export interface AcceptDialogProps {
  readonly finding: Finding;
  /** The reason of an earlier acceptance, "" where there is none. */
  readonly reason: string;
  readonly by: string;
  readonly onAccept: (told: Pick<Acceptance, "reason" | "by">) => void;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  surface: { width: "calc(100vw - 16px)", maxWidth: "480px", padding: tokens.spacingHorizontalL },
  content: { display: "grid", rowGap: tokens.spacingVerticalM },
  text: { margin: 0, overflowWrap: "anywhere" },
  intro: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** 说明: asks for the reason why a difference is right as it is. */
export function AcceptDialog({ finding, reason, by, onAccept, onClose }: AcceptDialogProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const [told, setTold] = useState({ reason, by });
  const [missing, setMissing] = useState(false);
  const accept = (): void => {
    if (told.reason.trim() === "") setMissing(true);
    else onAccept(told);
  };
  return (
    <Dialog
      open
      onOpenChange={() => {
        onClose();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t("acceptance.title")}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.text}>{finding.message}</p>
            <Field
              required
              label={t("acceptance.reason")}
              validationMessage={missing ? t("acceptance.reasonMissing") : null}
            >
              <Textarea
                autoFocus
                value={told.reason}
                onChange={(_event, { value }) => {
                  setMissing(false);
                  setTold({ ...told, reason: value });
                }}
              />
            </Field>
            <Field label={t("acceptance.by")}>
              <Input
                value={told.by}
                onChange={(_event, { value }) => {
                  setTold({ ...told, by: value });
                }}
              />
            </Field>
            <p className={styles.intro}>{t("acceptance.intro")}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={accept}>
              {t("acceptance.save")}
            </Button>
            <Button onClick={onClose}>{t("acceptance.cancel")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
