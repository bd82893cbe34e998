// Opens HTML files in Chromium and says what axe-core finds. Ends with 1 when anything is found.
// Usage: node axe.cjs CHROMIUM FILE...   The modules are looked for in $NODE_PATH.
const { chromium } = require("playwright-core");
const { pathToFileURL } = require("node:url");
const { basename } = require("node:path");

const AXE = require.resolve("axe-core/axe.min.js");
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
// A desk, and a screen 320 pixels wide, at which nothing may have to be moved sideways.
const SCREENS = [{ width: 1280, height: 900 }, { width: 320, height: 640 }];

async function main(program, files) {
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  let problems = 0;
  for (const viewport of SCREENS) {
    // A report lets no script run but its own; axe-core is one more.
    const page = await browser.newPage({ viewport, javaScriptEnabled: true, bypassCSP: true });
    for (const file of files) {
      problems += await look(page, file, viewport.width);
    }
    await page.close();
  }
  await browser.close();
  console.log(`axe-core: ${files.length} pages at ${SCREENS.length} widths, ${problems} problems`);
  process.exitCode = problems || !files.length ? 1 : 0;
}

async function look(page, file, width) {
  await page.goto(pathToFileURL(file).href);
  await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate((rules) => axe.run(document, rules), RULES);
  for (const found of violations) {
    const places = found.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ");
    console.log(`  ${basename(file)}, ${width} px: ${found.id}: ${found.help} (${found.nodes.length}: ${places})`);
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wider > 0) {
    console.log(`  ${basename(file)}, ${width} px: the page is ${wider} px wider than the screen`);
  }
  return violations.length + (wider > 0 ? 1 : 0);
}

const [program, ...files] = process.argv.slice(2);
main(program, files);
