import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "../../core/generate/template";
import { normaliseName } from "../../core/classification/normalise";
import { freeSheetName } from "../../core/workbook/sheet-name";
import type { GenerateSession } from "../session/generate-session";
import { Choices } from "./Choices";
import { OutlookView } from "./OutlookView";
import { Preview } from "./Preview";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  back: {
    alignSelf: "flex-start",
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    marginBottom: `calc(-1 * ${tokens.spacingVerticalS})`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: "anywhere",
  },
  picture: {
    alignSelf: "flex-start",
    maxWidth: "100%",
    maxHeight: "160px",
    boxSizing: "border-box",
    backgroundColor: "#ffffff",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  main: { flex: "1 1 100%" },
  side: { flex: "1 1 auto", minWidth: 0 },
  busy: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
});

/** One template: what goes into its table, what is missing, and the way to make it. */
export function TemplateForm({
  session,
  template,
}: {
  readonly session: GenerateSession;
  readonly template: Template;
}): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const { newSheets } = session;
  const isWriting = useSyncExternalStore(newSheets.subscribe, () => newSheets.getState().busy !== null);
  const { busy, survey, own, outlook, inputsThere } = state;
  const disabled = busy !== null || isWriting;
  const there = survey?.sheetNames.find((name) => normaliseName(name) === normaliseName(template.sheetName));
  return (
    <div className={styles.root}>
      <Button
        appearance="subtle"
        size="small"
        className={styles.back}
        icon={<ChevronLeftRegular />}
        disabledFocusable={isWriting}
        onClick={() => void session.choose(null)}
      >
        {t("generate.back")}
      </Button>
      <h2 className={styles.title} tabIndex={-1}>
        {template.title}
      </h2>
      {!own.has(template.id) && (
        <Preview
          template={template}
          isOwn={false}
          alt={t("generate.preview", { title: template.title })}
          className={styles.picture}
        />
      )}
      {survey !== null && (
        <>
          {there !== undefined && (
            <p className={styles.text}>
              {t("generate.exists", {
                sheet: there,
                next: freeSheetName(template.sheetName, survey.sheetNames),
              })}
            </p>
          )}
          {survey.inputs.length > 0 && (
            <p className={styles.text}>
              {t("generate.inputs", { sheets: survey.inputs.join(t("summary.sheetSeparator")) })}
            </p>
          )}
          <Choices session={session} template={template} survey={survey} state={state} disabled={disabled} />
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              className={styles.main}
              disabledFocusable={disabled}
              onClick={() => void session.generate()}
            >
              {t("generate.start")}
            </Button>
            <Button className={styles.side} disabledFocusable={disabled} onClick={() => void session.look()}>
              {t("generate.look")}
            </Button>
            <Button
              className={styles.side}
              disabledFocusable={disabled}
              onClick={() => void session.makeInputs()}
            >
              {t("generate.makeInputs")}
            </Button>
          </div>
        </>
      )}
      {busy !== null && !isWriting && (
        <div className={styles.busy}>
          <Spinner size="extra-small" label={t(`generate.busy.${busy}`)} />
          <Button appearance="subtle" size="small" onClick={session.cancel}>
            {t("generate.cancel")}
          </Button>
        </div>
      )}
      {inputsThere && (
        <p className={styles.text} role="status">
          {t("generate.inputsThere")}
        </p>
      )}
      {outlook !== null && <OutlookView outlook={outlook} isTakenTold={there !== undefined} />}
    </div>
  );
}
