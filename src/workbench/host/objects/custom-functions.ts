import type { ObjectType } from "../object-type";

/** Where the client library delivers what custom functions return. */
export const customFunctionsType: ObjectType<null> = {
  name: "CustomFunctions",
  methods: {
    SetInvocationArrayResults: (_self, args, { functions }) => {
      functions.settle(args.json(0));
      return undefined;
    },
    _SetOsfControlContainerReadyForCustomFunctions: () => undefined,
    /** Optional features of the protocol: none. */
    _GetEnabledFeatures: () => [],
  },
};
