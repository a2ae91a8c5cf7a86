import { tokens } from "@fluentui/react-components";
import type { RelationVerdict } from "./relation-rows";

/** The theme's colours and face, as a chart takes them: it draws attributes, which know no variables. */
export interface ChartColours {
  readonly text: string;
  readonly faint: string;
  readonly surface: string;
  readonly track: string;
  readonly bar: string;
  readonly verdicts: Readonly<Record<RelationVerdict, string>>;
  readonly font: string;
}

/** Colour of a verdict as a token; beside it there is always a shape or a word. */
export const VERDICT_COLOUR: Readonly<Record<RelationVerdict, string>> = {
  violated: tokens.colorPaletteRedForeground1,
  rounding: tokens.colorPaletteMarigoldForeground1,
  accepted: tokens.colorPaletteBlueForeground2,
  satisfied: tokens.colorPaletteGreenForeground1,
};

/** What the tokens stand for in the theme around an element. */
export function coloursAt(element: Element): ChartColours {
  const style = getComputedStyle(element);
  // “var(--colorNeutralForeground1)”
  const valueOf = (token: string): string => style.getPropertyValue(token.slice(4, -1)).trim();
  return {
    text: valueOf(tokens.colorNeutralForeground1),
    faint: valueOf(tokens.colorNeutralForeground3),
    surface: valueOf(tokens.colorNeutralBackground1),
    track: valueOf(tokens.colorNeutralBackground5),
    bar: valueOf(tokens.colorBrandBackground),
    verdicts: {
      violated: valueOf(VERDICT_COLOUR.violated),
      rounding: valueOf(VERDICT_COLOUR.rounding),
      accepted: valueOf(VERDICT_COLOUR.accepted),
      satisfied: valueOf(VERDICT_COLOUR.satisfied),
    },
    font: valueOf(tokens.fontFamilyBase),
  };
}
