import { Checkbox, Field, makeStyles, Radio, RadioGroup, Select, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CarriableSheet, Survey } from "../../core/generate/survey";
import type { Template } from "../../core/generate/template";
import type { GenerateSession, GenerateState, Mode } from "../session/generate-session";
import { CarrySource } from "./CarrySource";

const MODES: readonly Mode[] = ["functions", "builtin", "values"];

export interface ChoicesProps {
  readonly session: GenerateSession;
  readonly template: Template;
  readonly survey: Survey;
  readonly state: Pick<GenerateState, "carry" | "carriedFile" | "carryRefusal" | "mode" | "project">;
  readonly disabled: boolean;
}

const useStyles = makeStyles({
  set: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: {
    padding: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  choice: { display: "flex", overflowWrap: "anywhere" },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  remark: { color: tokens.colorNeutralForeground3 },
});

/** What is taken over, which project, and what becomes of formulas. */
export function Choices({ session, template, survey, state, disabled }: ChoicesProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { each } = template;
  const { carriedFile } = state;
  const { projects } = survey;
  const sheets = carriedFile?.sheets ?? survey.sheets;
  return (
    <>
      <fieldset className={styles.set} disabled={disabled}>
        <legend className={styles.legend}>{t("generate.carry")}</legend>
        {sheets.length === 0 && <p className={styles.text}>{t("generate.carryNone")}</p>}
        {sheets.map((sheet) => (
          <Checkbox
            key={sheet.name}
            className={styles.choice}
            checked={state.carry.has(sheet.name)}
            label={<CarriableLabel sheet={sheet} isOther={carriedFile !== null} />}
            onChange={(_event, { checked }) => {
              session.setCarry(sheet.name, checked === true);
            }}
          />
        ))}
        <CarrySource session={session} state={state} disabled={disabled} />
      </fieldset>
      {each !== null && (
        <p className={styles.text}>
          {t(each === "项目" || each === "单位" ? `generate.each.${each}` : "generate.each.other")}
        </p>
      )}
      {each === "项目" && projects.length > 1 && (
        <Field label={t("generate.project")}>
          <Select
            value={state.project ?? ""}
            disabled={disabled}
            onChange={(_event, { value }) => {
              session.setProject(value === "" ? null : value);
            }}
          >
            <option value="">{t("generate.allProjects", { count: projects.length })}</option>
            {projects.map((project) => (
              <option key={project} value={project}>
                {project}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t("generate.mode")}>
        <RadioGroup
          value={state.mode}
          disabled={disabled}
          onChange={(_event, { value }) => {
            const mode = MODES.find((one) => one === value);
            if (mode !== undefined) session.setMode(mode);
          }}
        >
          {MODES.map((mode) => (
            <Radio key={mode} value={mode} label={t(`generate.modes.${mode}`)} />
          ))}
        </RadioGroup>
      </Field>
    </>
  );
}

function CarriableLabel({
  sheet: { name, title, isSame },
  isOther,
}: {
  readonly sheet: CarriableSheet;
  /** Whether it stands in another workbook, where the same form is of another year. */
  readonly isOther: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const remark =
    isSame && !isOther ? t("generate.carrySame") : title === null ? t("generate.carryIndicators") : null;
  return (
    <>
      {name} {remark !== null && <span className={styles.remark}>{t("app.aside", { text: remark })}</span>}
    </>
  );
}
