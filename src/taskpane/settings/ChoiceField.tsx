import { Field, Select } from "@fluentui/react-components";
import type { ReactNode } from "react";

export interface ChoiceFieldProps<Choice extends string> {
  readonly label: string;
  /** One sentence on what the setting does. */
  readonly hint: string;
  readonly choices: readonly Choice[];
  readonly chosen: Choice;
  readonly nameOf: (choice: Choice) => string;
  readonly onChoose: (choice: Choice) => void;
}

/** A setting of which one of a few values is chosen. */
export function ChoiceField<Choice extends string>({
  label,
  hint,
  choices,
  chosen,
  nameOf,
  onChoose,
}: ChoiceFieldProps<Choice>): ReactNode {
  return (
    <Field label={{ children: label, weight: "semibold" }} hint={hint}>
      <Select
        value={chosen}
        onChange={(_event, { value }) => {
          const choice = choices.find((one) => one === value);
          if (choice !== undefined) onChoose(choice);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {nameOf(choice)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
