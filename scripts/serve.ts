import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sirv from "sirv";

const FIRST_PORT = 3100;
const PORTS_TRIED = 50;

/** A running server; `address` ends without a slash. */
export interface SiteServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the built site on this machine alone; the next free port from `port` on where that is taken. */
export async function serveSite(folder: string, port = FIRST_PORT): Promise<SiteServer> {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    if (request.url === "/") request.url = "/workbench.html";
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    // A page cannot say this of itself. Excel on the web shows the task pane in a frame; nobody else frames anything.
    if (!request.url?.startsWith("/taskpane.html")) {
      response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
    }
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  const taken = await listen(server, port);
  return {
    address: `http://localhost:${String(taken)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED; port++) {
    if (await isFree(server, port)) return port;
  }
  throw new Error(`No free port from ${String(first)} to ${String(first + PORTS_TRIED - 1)}.`);
}

function isFree(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      server.removeAllListeners("listening");
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    });
    server.listen(port, "localhost", () => {
      server.removeAllListeners("error");
      resolve(true);
    });
  });
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  win32: ["cmd", "/c", "start", ""],
  darwin: ["open"],
  linux: ["xdg-open"],
};

/** Opens the address in the user's browser where there is one; a server without a screen has none, which is fine. */
function openBrowser(address: string): void {
  const [command, ...options] = OPENERS[process.platform] ?? [];
  if (command === undefined || process.env.CI !== undefined) return;
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const child = spawn(command, [...options, address], { stdio: "ignore", detached: true });
  child.on("error", (error) => {
    console.error(`浏览器没有自动打开，请手动打开上面的地址（${error.message}）。`);
  });
  child.unref();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { address } = await serveSite(join(import.meta.dirname, "..", "dist"));
  console.log(`勾稽工作台 Gouji workbench: ${address}/  （按 Ctrl+C 结束 / Ctrl+C to stop）`);
  openBrowser(address);
}
