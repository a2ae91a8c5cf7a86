import { HostError } from "../core/workbook/host";
import { KEPT_KINDS, keptNamespace, keptPartXml, keptTextOf } from "../core/workbook/kept-part";
import type { KeptKind, KeptText } from "../core/workbook/kept-part";
import { HALF_KEPT } from "./messages";

/** Where a part of ours lies in the workbook. */
export interface PartId {
  readonly id: string;
  readonly kind: KeptKind;
}

/** Something kept with the workbook. */
type KeptPart = PartId & KeptText;

/** Queues the question which parts of ours there are; the result reads the answer after the sync. */
export function requestKeptIds(
  { workbook }: Excel.RequestContext,
  kinds: readonly KeptKind[] = KEPT_KINDS,
): () => readonly PartId[] {
  const asked = kinds.map((kind) => {
    const parts = workbook.customXmlParts.getByNamespace(keptNamespace(kind));
    parts.load("items/id");
    return { kind, parts };
  });
  return () => asked.flatMap(({ kind, parts }) => parts.items.map(({ id }) => ({ id, kind })));
}

/** Queues the reading of parts; the result reads the answer after the sync. */
export function requestKept(
  { workbook }: Excel.RequestContext,
  ids: readonly PartId[],
): () => readonly KeptPart[] {
  const answers = ids.map((part) => ({ ...part, xml: workbook.customXmlParts.getItem(part.id).getXml() }));
  return () => answers.map(({ id, kind, xml }) => ({ id, kind, text: keptTextOf(xml.value)?.text ?? "" }));
}

/** What of a kind is kept with the workbook; two round trips. */
export async function readKept(context: Excel.RequestContext, kind: KeptKind): Promise<readonly KeptPart[]> {
  const ids = requestKeptIds(context, [kind]);
  await context.sync();
  const kept = requestKept(context, ids());
  await context.sync();
  return kept();
}

/**
 * Makes `texts` all that is kept of a kind: others are taken out, those that are there stay. All or nothing: where Excel
 * refuses part of it, what was kept is kept again. Nothing is taken out before what takes its place is in.
 */
export async function keep(
  context: Excel.RequestContext,
  kind: KeptKind,
  texts: readonly string[],
): Promise<void> {
  const before = await readKept(context, kind);
  try {
    await replaceKept(context, kind, before, texts);
  } catch (thrown) {
    try {
      const now = await readKept(context, kind);
      await replaceKept(
        context,
        kind,
        now,
        before.map(({ text }) => text),
      );
    } catch (failure) {
      throw new HostError(HALF_KEPT, { cause: failure });
    }
    throw thrown;
  }
}

async function replaceKept(
  context: Excel.RequestContext,
  kind: KeptKind,
  there: readonly KeptPart[],
  texts: readonly string[],
): Promise<void> {
  const wanted = [...texts];
  const obsolete: string[] = [];
  const { customXmlParts } = context.workbook;
  for (const { id, text } of there) {
    const at = wanted.indexOf(text);
    if (at >= 0) wanted.splice(at, 1);
    else obsolete.push(id);
  }
  if (wanted.length + obsolete.length === 0) return;
  for (const text of wanted) customXmlParts.add(keptPartXml({ kind, text }));
  for (const id of obsolete) customXmlParts.getItem(id).delete();
  await context.sync();
}
