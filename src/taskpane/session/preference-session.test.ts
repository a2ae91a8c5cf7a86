import { defaultPreferences, type Preferences } from "../preferences";
import { createPreferenceSession } from "./preference-session";

const stored: Preferences = { ...defaultPreferences, appearance: "dark", language: "en-US" };

test("what was chosen before the store was open wins, is saved, and leaves the rest as it was stored", async () => {
  const saved: Preferences[] = [];
  const session = createPreferenceSession();
  const opening = session.open(() =>
    Promise.resolve({ load: () => stored, save: (kept: Preferences) => void saved.push(kept) }),
  );
  session.change({ appearance: "light" });
  await opening;
  const both: Preferences = { ...stored, appearance: "light" };
  expect([session.getState(), saved]).toEqual([both, [both]]);
});

test("a store that fails costs the memory of preferences and nothing else", async () => {
  const warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const session = createPreferenceSession();
  await session.open(() => Promise.reject(new Error("no storage")));
  session.change({ precision: "truncated" });
  expect((await session.known()).precision).toBe("truncated");
  expect(warned).toHaveBeenCalledTimes(1);
  warned.mockRestore();
});
