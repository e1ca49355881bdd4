/**
 * Words of titles of public bodies and their budgets, in which a line must not end. A list, for the
 * word boundaries that JavaScript engines know differ from one version to the next.
 */
const WORDS = `
部门整体支出 耕地保护 土地整治 公共服务 绩效 自评 评价 绩效自评 绩效评价 自评报告 评价报告 报告 情况 关于 以及 部门 整体 整体支出 支出 项目 项目支出 专项 资金 专项资金
补助 补助资金 奖补 奖补资金 衔接资金 经费 补贴 奖励 中央 中央财政 省级 市级 县级 财政 转移支付 预算 决算 执行 年度 收入 债券 政府债券
人民政府 政府 县委 市委 省委 中共 委员会 办公室 办事处 领导小组 宣传部 组织部 统战部 机关 事业单位 中心 工作站 街道 社区 乡镇 村级
自治县 自治区 自治州 壮族 苗族 土家族 侗族 瑶族 彝族 藏族 回族 维吾尔 蒙古族 开发区 园区 高新区
乡村 乡村振兴 振兴 农业 农村 农业农村 农民 生产 发展 农田 高标准 高标准农田 水利 水务 林业 林区 森林 草原 防火 防灾 减灾 抗旱 防汛
扶贫 脱贫 脱贫攻坚 巩固 拓展 成果 有效 衔接 推进 产业 经济 工业 信息化 商务 招商引资 科学 技术 科技 创新 人才
公共 公共卫生 基本公共卫生 卫生 健康 卫生健康 医疗 医疗保障 医疗服务 医疗卫生 疾病 疾病预防控制 传染病 妇幼 保健 养老 服务 救助 保障
人力资源 社会 社会保障 社会救助 就业 创业 退役军人 事务 优抚 对象 残疾人 妇女 儿童 困难 群众 低保 保险
教育 义务教育 学前教育 职业教育 高中 学校 学生 资助 薄弱 薄弱环节 环节 改善 能力 提升 营养 校舍
自然资源 规划 耕地 土地 保护 整治 生态 环境 生态环境 污染 防治 污染防治 大气 水污染 治理 住房 城乡 建设 城乡建设 城镇 改造 老旧小区
交通 运输 交通运输 公路 道路 桥梁 基础设施 设施 维修 养护 工程 饮水 安全 安全生产 应急 应急管理 公安 司法 审计 统计 信访 税务 民政
市场 市场监督管理 监督 监督管理 管理 监管 食品 药品 食品药品 综合 行政 执法 行政执法 行政审批 政务 数据 大数据 国有资产 编制 机构
文化 旅游 文化旅游 体育 广播 电视 广播电视 融媒体 文物 图书馆 改革 发展和改革 试点 示范 重大 重点 基层 组织 党建 计划
`
  .trim()
  .split(/\s+/);

const KNOWN = new Set(WORDS);
const LONGEST = WORDS.reduce((longest, word) => Math.max(longest, word.length), 0);

/** For every character, whether a word begins with it; one that belongs to no word stands alone. */
export function wordStarts(characters: readonly string[]): readonly boolean[] {
  const starts = characters.map(() => false);
  for (let at = 0; at < characters.length; ) {
    starts[at] = true;
    let length = Math.min(LONGEST, characters.length - at);
    while (length > 1 && !KNOWN.has(characters.slice(at, at + length).join(''))) length -= 1;
    at += length;
  }
  return starts;
}

/** Whether a text ends with a word of the list. */
export function endsWithWord(characters: readonly string[]): boolean {
  for (let length = 2; length <= LONGEST; length += 1) {
    if (length <= characters.length && KNOWN.has(characters.slice(-length).join(''))) return true;
  }
  return false;
}
