import { FAMILY_NAMESPACE, familyPartText, familyPartXml } from "../core/workbook/family-part";

/** A form family kept with the workbook. */
interface FamilyPart {
  readonly id: string;
  /** Joined JSON. */
  readonly text: string;
}

/** Queues the question which families there are; the result reads the answer after the sync. */
export function requestFamilyIds({ workbook }: Excel.RequestContext): () => readonly string[] {
  const parts = workbook.customXmlParts.getByNamespace(FAMILY_NAMESPACE);
  parts.load("items/id");
  return () => parts.items.map(({ id }) => id);
}

/** Queues the reading of families; the result reads the answer after the sync. */
export function requestFamilies(
  { workbook }: Excel.RequestContext,
  ids: readonly string[],
): () => readonly FamilyPart[] {
  const answers = ids.map((id) => ({ id, xml: workbook.customXmlParts.getItem(id).getXml() }));
  return () => answers.map(({ id, xml }) => ({ id, text: familyPartText(xml.value) ?? "" }));
}

/** The families kept with the workbook; two round trips. */
export async function readFamilies(context: Excel.RequestContext): Promise<readonly FamilyPart[]> {
  const ids = requestFamilyIds(context);
  await context.sync();
  const families = requestFamilies(context, ids());
  await context.sync();
  return families();
}

/** Makes `texts` the families kept: others are taken out, those that are there stay. */
export async function keepFamilies(context: Excel.RequestContext, texts: readonly string[]): Promise<void> {
  const wanted = [...texts];
  const { customXmlParts } = context.workbook;
  for (const { id, text } of await readFamilies(context)) {
    const at = wanted.indexOf(text);
    if (at >= 0) wanted.splice(at, 1);
    else customXmlParts.getItem(id).delete();
  }
  for (const text of wanted) customXmlParts.add(familyPartXml(text));
  await context.sync();
}
