import { Field, makeStyles, Switch } from "@fluentui/react-components";
import type { ReactNode } from "react";

export interface SwitchFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

const useStyles = makeStyles({
  // In line with the texts above and below.
  root: { "& .fui-Switch__indicator": { marginLeft: 0 } },
});

/** A setting that is on or off. */
export function SwitchField({ label, hint, on, onSwitch }: SwitchFieldProps): ReactNode {
  const styles = useStyles();
  return (
    <Field hint={hint}>
      <Switch
        className={styles.root}
        label={{ children: label, weight: "semibold" }}
        checked={on}
        onChange={(_event, { checked }) => {
          onSwitch(checked);
        }}
      />
    </Field>
  );
}
