"""Verbs of doing (động từ chỉ việc làm): which word in small letters behind a subject may be one, known by what it is not."""

from hopluc.reading.patterns import Pattern

# Letters of words in small letters: a range such as `à-ỹ` would hold capitals too.
SMALL = "".join(chr(code) for code in (*range(0x61, 0x7B), *range(0xE0, 0x250), *range(0x1EA0, 0x1F00)) if chr(code).islower())
# Any word that may be a verb of doing: none that joins, asks, tells, moves or only says how things stand.
_NO_DOING = (
    "là|có|được|bị|và|của|tại|ở|theo|thuộc|với|về|cho|do|để|trên|từ|khi|nếu|như|trong|ngoài|đã|đang|không|chưa|gồm|bao|nêu|nói|này|đó|kia|cùng|hoặc|hay|chịu|chỉ|đề|kiến nghị|quyết|yêu cầu|giao|nhận|"
    "tỉnh|thành phố|huyện|quận|xã|khóa|nhiệm|số|năm|tháng|ngày|trước|sau|đến|tới|vào|thì|mà|nên|sẽ|cần|phải|ký|họp|tham|đạt|chiếm|tăng|giảm|thu|bán|hiện|còn|vẫn|luôn|cũng|rất|thống nhất|đánh giá|ghi nhận|"
    "cảm|chân thành|thành kính|nhiệt liệt|mong|muốn|tin|nhấn|khẳng|chia|thông tin|phát biểu|đồng|nhất|ủng|hoan|chậm|thiếu|gặp|nằm|đóng|đứng|hoạt động|trực|phụ|giữ|trưởng|phó|làm (?:cơ quan|đơn vị|đầu mối|thường trực|chủ|trưởng|phó|tổ|ủy|thành viên|ăn|tốt|việc)|dự|tiếp|thăm|sang|đi|đoạt|giành|phối|hợp|trao|tặng|đón|trân trọng|kính|công nhận|xếp|trở|chuyên|"
    "vinh|chứng kiến|kỷ|cam|báo cáo|trả|xin|nghe|thấy|biết|sớm|vừa|lại|mới|đều|tự|lần|phía|bên|gần|hơn|khoảng|mỗi|các|những|một|hai|ba|bốn|cử|tài trợ|chủ|quan|mang|thể|góp|khá|tốt|kém|lớn|nhỏ|cao|thấp|trị|nay|ta|"
    "mình|tôi|nhằm|qua|bằng|rằng|vì|bởi|tuy|nhưng|song|đây|thế|vậy|thứ|nhà|dân|nữ|nam|miền|vùng|khu|cơ|chi nhánh|phân hiệu|loại|hạng|sự|việc|cuộc|nghị|bày|hứa|kể|buổi|bước|đợt|lượt|lùi|kết quả|mức|kinh phí|tiền|ủy viên|thành viên|đơn|đẳng|xét|thỏa|đoàn|ngành|giai|bước|"
    "phản ánh|truyền đạt|ủy(?! quyền| thác)|thời (?:kỳ|gian|điểm|hạn)|phấn đấu|đặt (?:mục tiêu|chỉ tiêu)|hướng tới|quyết tâm|kỳ vọng|dự báo|ước tính|diễn ra|gặt hái|đại|tổ chức là|người|ông|bà|chấp|mở sổ|xử phạt|phạt|phát hiện|ước|lấy làm|vượt|hoàn toàn|cơ bản|tương|tích|kịp|khẩn|bước đầu|nhiều|ít|mua|hưởng|vay|nợ|hết|xong|ra|lên|xuống|trích"
)
DOES = Pattern(rf"(?!(?:{_NO_DOING})(?!\w))[{SMALL}]+(?!\w)")
