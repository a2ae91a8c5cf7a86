import { cleanup } from "@testing-library/react";

/** A page for a file of tests of the pane: jsdom has no media; what a test shows is gone after it. */
export function preparePage(): void {
  beforeAll(() => {
    window.matchMedia = (query: string) =>
      ({
        matches: false,
        media: query,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      }) as never;
  });
  afterEach(cleanup);
}

/** The same with room for lists: jsdom lays nothing out, so the virtual list is told of 600 px for rows of 90 px each. */
export function preparePageWithLists(): void {
  preparePage();
  beforeAll(() => {
    jest.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
    jest.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(90);
    Element.prototype.scrollTo = () => undefined;
  });
}
