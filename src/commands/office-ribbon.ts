import type { Ribbon } from "./commands";

/** The ribbon of the Office this page runs in; to be asked for after `Office.onReady`. */
export function officeRibbon(): Ribbon {
  return {
    associate: (id, command) => {
      Office.actions.associate(id, command);
    },
    showPane: async () => {
      // Without a shared runtime the button itself opens the pane (see the manifest), and `addin` does not exist.
      if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1"))
        await Office.addin.showAsTaskpane();
    },
  };
}
