import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

/** What the pure core may not touch: Office, the DOM, Node, or any folder outside itself. */
const coreStaysPure = {
  files: ["src/core/**/*.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: [
              "node:*",
              "fs",
              "path",
              "worker_threads",
              "react",
              "react-dom",
              "@fluentui/*",
              "@microsoft/*",
            ],
            message: "src/core is pure: no Node, React or Office library.",
          },
          {
            regex: "(^|/)(excel|xlsx|functions|taskpane|commands|workbench|cli)(/|$)",
            message: "src/core imports nothing outside itself.",
          },
        ],
      },
    ],
    "no-restricted-globals": [
      "error",
      ...[
        "Office",
        "Excel",
        "OfficeExtension",
        "CustomFunctions",
        "window",
        "document",
        "navigator",
        "localStorage",
        "sessionStorage",
        "fetch",
        "self",
        "process",
        "Buffer",
        "require",
        "__dirname",
        "__filename",
        "setTimeout",
        "setInterval",
      ].map((name) => ({ name, message: "src/core is pure: plain data in, plain data out." })),
    ],
  },
};

const noSwallowedError = {
  selector: "CatchClause > BlockStatement[body.length=0]",
  message: "No swallowed error.",
};

/** A text of a workbook or a user is never run and never becomes markup. */
const textsStayTexts = {
  files: ["src/**/*.{ts,tsx}"],
  ignores: ["src/**/*.test.{ts,tsx}", "src/**/*testing.{ts,tsx}", "src/**/*.node.ts"],
  rules: {
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-new-func": "error",
    "no-script-url": "error",
    "no-restricted-syntax": [
      "error",
      noSwallowedError,
      {
        selector:
          "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment)$/]," +
          " JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc)$/]," +
          " MemberExpression[object.name='document'][property.name=/^write(ln)?$/]",
        message: "A text never becomes markup.",
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/", "test/cases/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": ["error", noSwallowedError],
      eqeqeq: "error",
      // Chinese texts use the full-width space.
      "no-irregular-whitespace": ["error", { skipStrings: true, skipTemplates: true }],
    },
  },
  { files: ["src/**/*.tsx"], ...reactHooks.configs.flat.recommended },
  textsStayTexts,
  coreStaysPure,
  prettier,
);
