import { config } from "zod";

// Must be imported before any schema is made: zod would try `new Function` once to see whether it may, which the page's
// Content-Security-Policy forbids and reports.
config({ jitless: true });
