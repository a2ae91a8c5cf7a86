import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RelationView, type RelationViewProps } from "./RelationView";

export interface RelationDialogProps extends Omit<RelationViewProps, "enlarged"> {
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  surface: {
    width: "100%",
    maxWidth: "min(1400px, calc(100vw - 16px))",
    height: "calc(100vh - 16px)",
    maxHeight: "none",
    padding: tokens.spacingHorizontalM,
  },
  body: { height: "100%", maxHeight: "none", gridTemplateRows: "auto minmax(0, 1fr)" },
  content: { padding: 0, minHeight: 0, overflowX: "hidden" },
});

/** The same as large as the page: in Excel that is the pane, which can be drawn wider; in the workbench the window. */
export function RelationDialog({ session, map, onSelect, onClose }: RelationDialogProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t("relations.close")}
                title={t("relations.close")}
                onClick={onClose}
              />
            }
          >
            {t("tabs.relations")}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <RelationView session={session} map={map} enlarged onSelect={onSelect} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
