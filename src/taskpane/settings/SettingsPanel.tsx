import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FamilyBar } from "../families/FamilyBar";
import { FIGURE_UNITS } from "../findings/amounts";
import { FamilyList } from "../families/FamilyList";
import { ProblemBar } from "../Messages";
import type { PreferenceSession } from "../session/preference-session";
import type { CheckSession } from "../session/session-store";
import { ChoiceField } from "./ChoiceField";
import { SwitchField } from "./SwitchField";

export interface SettingsPanelProps {
  readonly check: CheckSession;
  readonly preferences: PreferenceSession;
}

const PRECISIONS = ["nearest", "truncated"] as const;
const LANGUAGES = ["host", "zh-CN", "en-US"] as const;
const APPEARANCES = ["host", "light", "dark"] as const;

const useStyles = makeStyles({
  root: { height: "100%", overflowY: "auto" },
  messages: { paddingTop: tokens.spacingVerticalM },
  settings: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  explained: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** 设置: how to check and how the pane looks, kept on this computer; what the workbook brings along for checks. */
export default function SettingsPanel({ check, preferences }: SettingsPanelProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { live, precision, unit, language, appearance } = useSyncExternalStore(
    preferences.subscribe,
    preferences.getState,
  );
  const { notice } = useSyncExternalStore(check.subscribe, check.getState);
  return (
    <div className={styles.root}>
      <div className={styles.messages}>
        {notice?.operation === "rules" && (
          <ProblemBar problem={notice} previousShown={false} onDismiss={check.dismissNotice} />
        )}
        <FamilyBar families={check.families} />
      </div>
      <div className={styles.settings}>
        <ChoiceField
          label={t("settings.precision")}
          hint={t("settings.precisionHint")}
          choices={PRECISIONS}
          chosen={precision}
          nameOf={(choice) => t(`settings.precisions.${choice}`)}
          onChoose={(choice) => {
            preferences.change({ precision: choice });
          }}
        />
        <ChoiceField
          label={t("settings.unit")}
          hint={t("settings.unitHint")}
          choices={FIGURE_UNITS}
          chosen={unit}
          nameOf={(choice) => (choice === "table" ? t("settings.unitOfTable") : t(`unit.${choice}`))}
          onChoose={(choice) => {
            preferences.change({ unit: choice });
          }}
        />
        <SwitchField
          label={t("settings.live")}
          hint={t("settings.liveHint")}
          on={live}
          onSwitch={(on) => {
            preferences.change({ live: on });
          }}
        />
        <section>
          <h3 className={styles.heading}>{t("families.menu")}</h3>
          <p className={styles.explained}>{t("settings.familiesHint")}</p>
          <FamilyList families={check.families} />
        </section>
        <section>
          <h3 className={styles.heading}>{t("settings.rules")}</h3>
          <p className={styles.explained}>{t("settings.rulesHint")}</p>
          <Button size="small" onClick={() => void check.addRulesSheet()}>
            {t("rules.newSheet")}
          </Button>
        </section>
        <ChoiceField
          label={t("settings.language")}
          hint={t("settings.languageHint")}
          choices={LANGUAGES}
          chosen={language}
          nameOf={(choice) => t(`settings.languages.${choice}`)}
          onChoose={(choice) => {
            preferences.change({ language: choice });
          }}
        />
        <ChoiceField
          label={t("settings.appearance")}
          hint={t("settings.appearanceHint")}
          choices={APPEARANCES}
          chosen={appearance}
          nameOf={(choice) => t(`settings.${choice}`)}
          onChoose={(choice) => {
            preferences.change({ appearance: choice });
          }}
        />
      </div>
    </div>
  );
}
