import { departmentalEconomic, economicCorrespondence, governmentalEconomic } from ".";

const books = { departmental: departmentalEconomic, governmental: governmentalEconomic };

/** Headers of published tables, as they are typed there, with the code each must lead to. */
describe("names of published tables", () => {
  test.each([
    ["基本工资", "30101"],
    ["津贴补贴", "30102"],
    ["奖金", "30103"],
    ["绩效工资", "30107"],
    ["机关事业单位基本养老保险缴费", "30108"],
    ["职业年金缴费", "30109"],
    ["职工基本医疗保险缴费", "30110"],
    ["公务员医疗补助缴费", "30111"],
    ["其他社会保障缴费", "30112"],
    ["住房公积金", "30113"],
    ["伙食补助费", "30106"],
    ["医疗费", "30114"],
    ["其他工资福利支出", "30199"],
  ])("预算09表 %s", (name, code) => {
    expect(departmentalEconomic.codeOfName(name, "301")).toEqual([code]);
  });

  test.each([
    ["工资津补贴", ["30101", "30102", "30103", "30107"]],
    ["社会保障缴费", ["30108", "30109", "30110", "30111", "30112"]],
    ["其他工资福利支出", ["30106", "30114", "30199"]],
  ])("预算09表 %s covers several 款", (name, members) => {
    expect(departmentalEconomic.groupsOfName(name).map((group) => group.members)).toEqual([members]);
  });

  test.each([
    ["离休费", "30301"],
    ["退休费", "30302"],
    ["退职（役）费", "30303"],
    ["抚恤金", "30304"],
    ["生活补助", "30305"],
    ["救济费", "30306"],
    ["医疗费补助", "30307"],
    ["助学金", "30308"],
    ["奖励金", "30309"],
    ["个人农业生产补贴", "30310"],
    ["代缴社会保险费", "30311"],
    ["其他对个人和家庭的补助", "30399"],
  ])("预算11表 %s", (name, code) => {
    expect(departmentalEconomic.codeOfName(name)).toEqual([code]);
  });

  test.each([
    ["办公费", "30201"],
    ["印刷费", "30202"],
    ["水费", "30205"],
    ["电费", "30206"],
    ["邮电费", "30207"],
    ["取暖费", "30208"],
    ["物业管理费", "30209"],
    ["差旅费", "30211"],
    ["维修(护)费", "30213"],
    ["租赁费", "30214"],
    ["会议费", "30215"],
    ["培训费", "30216"],
    ["公务接待费", "30217"],
    ["劳务费", "30226"],
    ["工会经费", "30228"],
    ["福利费", "30229"],
    ["公务用车运行维护费", "30231"],
    ["其他交通费用", "30239"],
    ["税金及附加费用", "30240"],
    ["其他商品和服务支出", "30299"],
    ["因公出国（境）费", "30212"],
    ["公务用车运行费", "30231"],
  ])("预算13、14表 %s", (name, code) => {
    expect(departmentalEconomic.codeOfName(name)).toEqual([code]);
  });

  test.each([
    ["工资福利支出", "301"],
    ["一般商品和服务支出", "302"],
    ["按项目管理的商品和服务支出", "302"],
    ["对个人和家庭的补助", "303"],
    ["按项目管理的对个人和家庭的补助", "303"],
    ["债务利息及费用支出", "307"],
    ["资本性支出（基本建设）", "309"],
    ["资本性支出", "310"],
    ["对企业补助（基本建设）", "311"],
    ["对企业补助", "312"],
    ["对社会保障基金补助", "313"],
    ["其他支出", "399"],
  ])("预算01、05、17表 %s", (name, code) => {
    expect(departmentalEconomic.codeOfName(name)).toContain(code);
    expect(departmentalEconomic.codeOfName(name).filter((found) => found.length === 3)).toEqual([code]);
  });

  test.each([
    ["机关工资福利支出", "501"],
    ["机关商品和服务支出", "502"],
    ["机关资本性支出", "503"],
    ["机关资本性支出(基本建设)", "504"],
    ["对事业单位经常性补助", "505"],
    ["对事业单位资本性补助", "506"],
    ["对企业补助", "507"],
    ["对企业资本性支出", "508"],
    ["对个人和家庭的补助", "509"],
    ["对社会保障基金补助", "510"],
    ["债务利息及费用支出", "511"],
    ["其他支出", "599"],
  ])("预算01、04、16表 %s", (name, code) => {
    expect(governmentalEconomic.codeOfName(name).filter((found) => found.length === 3)).toEqual([code]);
  });

  test.each([
    ["501", "工资奖金津补贴", "50101"],
    ["501", "社会保障缴费", "50102"],
    ["501", "住房公积金", "50103"],
    ["501", "其他工资福利支出", "50199"],
    ["505", "工资福利支出", "50501"],
    ["505", "商品和服务支出", "50502"],
    ["505", "其他对事业单位补助", "50599"],
    ["509", "社会福利和救助", "50901"],
    ["509", "助学金", "50902"],
    ["509", "个人农业生产补贴", "50903"],
    ["509", "离退休费", "50905"],
    ["509", "其他对个人和家庭的补助", "50999"],
    ["502", "办公经费", "50201"],
    ["502", "会议费", "50202"],
    ["502", "培训费", "50203"],
    ["502", "委托业务费", "50205"],
    ["502", "公务接待费", "50206"],
    ["502", "公务用车运行维护费", "50208"],
    ["502", "维修(护)费", "50209"],
    ["502", "其他商品和服务支出", "50299"],
  ])("预算08、10、12表 %s ▸ %s", (within, name, code) => {
    expect(governmentalEconomic.codeOfName(name, within)).toEqual([code]);
  });

  test.each([
    ["301", "工资福利支出"],
    ["30101", "基本工资"],
    ["30108", "机关事业单位基本养老保险缴费"],
    ["30110", "职工基本医疗保险缴费"],
    ["302", "商品和服务支出"],
    ["30213", "维修（护）费"],
    ["30227", "委托业务费"],
    ["30231", "公务用车运行维护费"],
    ["30299", "其他商品和服务支出"],
    ["303", "对个人和家庭的补助"],
    ["30399", "其他对个人和家庭的补助"],
  ])("长沙 6表 %s %s", (code, name) => {
    expect(departmentalEconomic.judgeName(code, name)).toEqual({ kind: "same" });
  });
});

describe("the two economic classifications", () => {
  test("have all 类", () => {
    expect(departmentalEconomic.childrenOf().join(" ")).toBe("301 302 303 307 309 310 311 312 313 399");
    expect(governmentalEconomic.childrenOf().join(" ")).toBe(
      "501 502 503 504 505 506 507 508 509 510 511 512 513 514 599",
    );
  });

  test.each(["departmental", "governmental"] as const)(
    "every %s 款 has a counterpart or a reason",
    (side) => {
      const explained = new Set(
        economicCorrespondence.without.filter(({ book }) => book === side).map(({ code }) => code),
      );
      const lone = books[side].entries
        .filter(({ code, superseded }) => code.length === 5 && !superseded)
        .filter(({ code }) => economicCorrespondence.pairsOf(side, code).length === 0)
        .filter(({ code }) => !explained.has(code))
        .map(({ code }) => code);
      expect(lone).toEqual([]);
    },
  );

  test("a 款 of one kind of unit has exactly one governmental 款", () => {
    for (const { code } of departmentalEconomic.entries.filter((entry) => entry.code.length === 5)) {
      if (departmentalEconomic.entryOf(code)?.superseded) continue;
      for (const kind of ["administrative", "institution"] as const) {
        const found = economicCorrespondence.pairsOf("departmental", code, kind);
        // 绩效工资 is paid by institutions alone.
        expect([code, kind, found.length]).toEqual([
          code,
          kind,
          code === "30107" && kind !== "institution" ? 0 : 1,
        ]);
      }
    }
  });

  test.each([
    ["50101", "30101 30102 30103"],
    ["50204", "30218 30224 30225"],
    ["50205", "30203 30226 30227"],
    ["50306", "31002 31003 31007"],
    ["50901", "30304 30305 30306 30307 30309"],
    ["50905", "30301 30302 30303"],
    ["50602", "30901 30902 30903 30905 30906 30907 30908 30913 30919 30921 30922 30999"],
  ])("%s is paid as %s", (governmental, departmental) => {
    const found = economicCorrespondence.pairsOf("governmental", governmental);
    expect(found.map((pair) => pair.departmental).join(" ")).toBe(departmental);
  });

  test("the kind of unit decides", () => {
    const of = (kind: "administrative" | "institution") =>
      economicCorrespondence.pairsOf("departmental", "30101", kind).map((pair) => pair.governmental);
    expect(of("administrative")).toEqual(["50101"]);
    expect(of("institution")).toEqual(["50501"]);
  });

  test("whole 类 meet whole 类", () => {
    const classes = (code: string) =>
      [
        ...new Set(
          economicCorrespondence
            .pairsOf("governmental", code)
            .map(({ departmental }) => departmentalEconomic.parentOf(departmental)),
        ),
      ].join(" ");
    expect(classes("505")).toBe("301 302");
    expect(classes("506")).toBe("310 309");
    expect(classes("509")).toBe("303");
    expect(classes("599")).toBe("399");
  });
});
