package town.machi.shell.component;

/// One line of opening hours.
///
/// @param days e.g. 月曜日から金曜日
/// @param hours e.g. 午前8時30分から午後5時15分; or 休み
public record HoursRow(String days, String hours, boolean today) {}
