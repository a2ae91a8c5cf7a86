import { createServer } from "node:https";
import { join } from "node:path";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import sirv from "sirv";
import { DEVELOPMENT_HOST } from "./manifest";

/**
 * Serves the add-in to the Excel of this machine, at the address `manifest.xml` is written with, and says how to load it. The
 * certificate is made on this machine; Windows or macOS asks once whether to trust it.
 */
const root = join(import.meta.dirname, "..");
const { port } = new URL(DEVELOPMENT_HOST);
const files = sirv(join(root, "dist"), { dev: true, etag: true });

const server = createServer(await getHttpsServerOptions(), (request, response) => {
  files(request, response, () => {
    response.statusCode = 404;
    response.end();
  });
});

server.on("error", (error: NodeJS.ErrnoException) => {
  const taken = error.code === "EADDRINUSE";
  console.error(
    taken ? `端口 ${port} 已被占用，请先结束占用它的程序。Port ${port} is taken.` : error.message,
  );
  process.exitCode = 1;
});

server.listen(Number(port), "localhost", () => {
  console.log(`勾稽加载项 Gouji add-in: ${DEVELOPMENT_HOST}/  （按 Ctrl+C 结束 / Ctrl+C to stop）

在 Excel 中加载（只需一次）：
  Windows   1. 把文件夹 ${join(root, "dist")} 设为共享文件夹；
            2. Excel：文件 → 选项 → 信任中心 → 信任中心设置 → 受信任的加载项目录，填入共享路径（\\\\本机名\\dist），勾选“显示在菜单中”，重启 Excel；
            3. 开始（或插入）→ 加载项 → 更多加载项 → 共享文件夹 → 勾稽。
  macOS     把 ${join(root, "dist", "manifest.xml")} 复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/，重启 Excel，开始 → 加载项 → 勾稽。
  网页版     开始 → 加载项 → 更多加载项 → 上载我的加载项，选 ${join(root, "dist", "manifest.xml")}。`);
});
